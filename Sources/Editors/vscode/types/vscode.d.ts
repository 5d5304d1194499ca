// The names of the editor's API that the extension uses, written after src/vscode-dts/vscode.d.ts of microsoft/vscode at commit
// 6ed5c5b25f01f04fba52c4e0580fbccac57c327a.

declare module "vscode" {
    interface Disposable {
        dispose(): any;
    }
    interface Event<T> {
        (listener: (value: T) => any): Disposable;
    }
    class EventEmitter<T> {
        event: Event<T>;
        fire(value: T): void;
    }
    type Thenable<T> = PromiseLike<T>;
    interface ExtensionContext {
        readonly subscriptions: { dispose(): any }[];
    }

    class Uri {
        static file(path: string): Uri;
        static from(parts: { scheme: string; path?: string; query?: string }): Uri;
        readonly scheme: string;
        readonly path: string;
        readonly query: string;
        readonly fsPath: string;
        toString(): string;
    }
    class Position {
        constructor(line: number, character: number);
        readonly line: number;
        readonly character: number;
    }
    class Range {
        constructor(start: Position, end: Position);
    }
    class Selection extends Range {
        constructor(anchor: Position, active: Position);
        readonly active: Position;
        readonly isEmpty: boolean;
    }
    class ThemeColor {
        constructor(id: string);
    }
    class ThemeIcon {
        constructor(id: string);
    }
    enum ViewColumn {
        Beside = -2,
    }
    enum TextEditorRevealType {
        InCenterIfOutsideViewport = 2,
    }
    enum ProgressLocation {
        Notification = 15,
    }

    interface TextDocument {
        readonly uri: Uri;
        getText(range?: Range): string;
        getWordRangeAtPosition(position: Position, pattern?: RegExp): Range | undefined;
        positionAt(offset: number): Position;
    }
    interface TextEditorDecorationType extends Disposable {
        readonly key: string;
    }
    interface TextEditorEdit {
        insert(place: Position, text: string): void;
    }
    interface TextEditor {
        readonly document: TextDocument;
        selection: Selection;
        edit(body: (edit: TextEditorEdit) => void): Thenable<boolean>;
        setDecorations(type: TextEditorDecorationType, ranges: readonly Range[]): void;
        revealRange(range: Range, type?: TextEditorRevealType): void;
    }
    interface TextDocumentShowOptions {
        preview?: boolean;
        preserveFocus?: boolean;
        selection?: Range;
        viewColumn?: ViewColumn;
    }
    interface TextDocumentContentProvider {
        provideTextDocumentContent(uri: Uri): Thenable<string> | string | undefined;
    }

    interface QuickInputButton {
        readonly iconPath: ThemeIcon;
        readonly tooltip?: string;
    }
    interface QuickPickItem {
        label: string;
        description?: string;
        detail?: string;
        alwaysShow?: boolean;
        buttons?: readonly QuickInputButton[];
    }
    interface QuickPick<T extends QuickPickItem> extends Disposable {
        value: string;
        placeholder: string | undefined;
        title: string | undefined;
        busy: boolean;
        ignoreFocusOut: boolean;
        matchOnDescription: boolean;
        matchOnDetail: boolean;
        keepScrollPosition?: boolean;
        items: readonly T[];
        activeItems: readonly T[];
        buttons: readonly QuickInputButton[];
        readonly onDidChangeValue: Event<string>;
        readonly onDidChangeActive: Event<readonly T[]>;
        readonly onDidAccept: Event<void>;
        readonly onDidTriggerButton: Event<QuickInputButton>;
        readonly onDidTriggerItemButton: Event<{ button: QuickInputButton; item: T }>;
        readonly onDidHide: Event<void>;
        show(): void;
        hide(): void;
    }

    class TreeItem {
        constructor(label: string | { label: string; highlights?: [number, number][] });
        description?: string;
        tooltip?: string;
        contextValue?: string;
        iconPath?: ThemeIcon;
        command?: { command: string; title: string; arguments?: any[] };
    }
    interface TreeDataProvider<T> {
        onDidChangeTreeData?: Event<any>;
        getTreeItem(element: T): TreeItem;
        getChildren(element?: T): T[];
    }
    interface TreeView<T> extends Disposable {
        title?: string;
        message?: string;
        readonly visible: boolean;
    }
    interface CancellationToken {
        readonly onCancellationRequested: Event<any>;
    }
    interface Progress<T> {
        report(value: T): void;
    }

    namespace window {
        const activeTextEditor: TextEditor | undefined;
        function createQuickPick(): QuickPick<QuickPickItem>;
        function showQuickPick<T extends QuickPickItem>(items: T[], options?: { placeHolder?: string }): Thenable<T | undefined>;
        function showInputBox(options?: { prompt?: string; placeHolder?: string; value?: string }): Thenable<string | undefined>;
        function showOpenDialog(options?: {
            canSelectFiles?: boolean;
            canSelectFolders?: boolean;
            openLabel?: string;
        }): Thenable<Uri[] | undefined>;
        function showErrorMessage(message: string): Thenable<string | undefined>;
        function showWarningMessage(message: string): Thenable<string | undefined>;
        function showInformationMessage(message: string): Thenable<string | undefined>;
        function showTextDocument(document: TextDocument, options?: TextDocumentShowOptions): Thenable<TextEditor>;
        function createTextEditorDecorationType(options: { backgroundColor?: ThemeColor }): TextEditorDecorationType;
        function createTreeView<T>(id: string, options: { treeDataProvider: TreeDataProvider<T> }): TreeView<T>;
        function withProgress<R>(
            options: { location: ProgressLocation; title?: string; cancellable?: boolean },
            task: (progress: Progress<{ message?: string }>, token: CancellationToken) => Thenable<R>,
        ): Thenable<R>;
    }
    namespace workspace {
        function getConfiguration(section: string): { get<T>(name: string, otherwise: T): T };
        function openTextDocument(uri: Uri): Thenable<TextDocument>;
        function openTextDocument(options: { language?: string; content?: string }): Thenable<TextDocument>;
        function registerTextDocumentContentProvider(scheme: string, provider: TextDocumentContentProvider): Disposable;
    }
    namespace commands {
        function registerCommand(name: string, body: (...given: any[]) => any): Disposable;
        function executeCommand(name: string, ...given: any[]): Thenable<unknown>;
    }
    namespace env {
        const clipboard: { writeText(text: string): Thenable<void> };
    }
}
