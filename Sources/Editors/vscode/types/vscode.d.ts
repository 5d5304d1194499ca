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
        dispose(): void;
    }
    type Thenable<T> = PromiseLike<T>;
    interface ExtensionContext {
        readonly subscriptions: { dispose(): any }[];
    }

    class Uri {
        static file(path: string): Uri;
        static from(parts: { readonly scheme: string; readonly path?: string; readonly query?: string; readonly fragment?: string }): Uri;
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
        readonly start: Position;
        readonly end: Position;
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
    class MarkdownString {
        appendText(value: string): MarkdownString;
        appendMarkdown(value: string): MarkdownString;
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
        readonly isClosed: boolean;
        getText(range?: Range): string;
        getWordRangeAtPosition(position: Position, regex?: RegExp): Range | undefined;
        positionAt(offset: number): Position;
    }
    interface TextDocumentChangeEvent {
        readonly document: TextDocument;
    }
    interface TextEditorDecorationType extends Disposable {
        readonly key: string;
    }
    interface TextEditorEdit {
        insert(location: Position, value: string): void;
    }
    interface TextEditor {
        readonly document: TextDocument;
        readonly viewColumn: ViewColumn | undefined;
        selection: Selection;
        edit(callback: (edit: TextEditorEdit) => void): Thenable<boolean>;
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
        onDidChange?: Event<Uri>;
        provideTextDocumentContent(uri: Uri): Thenable<string> | string | undefined;
    }
    class DocumentLink {
        constructor(range: Range, target?: Uri);
    }
    interface DocumentLinkProvider {
        provideDocumentLinks(document: TextDocument): DocumentLink[];
    }

    class TabInputText {
        readonly uri: Uri;
    }
    interface Tab {
        readonly input: unknown;
        readonly isPreview: boolean;
    }
    interface TabGroup {
        readonly activeTab: Tab | undefined;
        readonly tabs: readonly Tab[];
    }
    interface TabGroups {
        readonly all: readonly TabGroup[];
        readonly activeTabGroup: TabGroup;
        close(tab: Tab, preserveFocus?: boolean): Thenable<boolean>;
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
        readonly onDidTriggerItemButton: Event<{ readonly button: QuickInputButton; readonly item: T }>;
        readonly onDidHide: Event<void>;
        show(): void;
        hide(): void;
    }

    interface TreeItemLabel {
        label: string;
        highlights?: [number, number][];
    }
    class TreeItem {
        constructor(label: string | TreeItemLabel);
        description?: string | boolean;
        tooltip?: string | MarkdownString;
        contextValue?: string;
        iconPath?: ThemeIcon;
        command?: { command: string; title: string; arguments?: any[] };
    }
    interface TreeDataProvider<T> {
        onDidChangeTreeData?: Event<any>;
        getTreeItem(element: T): TreeItem;
        getChildren(element?: T): T[];
        getParent?(element: T): T | undefined;
    }
    interface TreeView<T> extends Disposable {
        title?: string;
        message?: string;
        reveal(element: T, options?: { select?: boolean; focus?: boolean }): Thenable<void>;
    }
    interface CancellationToken {
        readonly onCancellationRequested: Event<any>;
    }
    interface Progress<T> {
        report(value: T): void;
    }
    interface WorkspaceFolder {
        readonly uri: Uri;
        readonly name: string;
    }

    namespace window {
        const activeTextEditor: TextEditor | undefined;
        const tabGroups: TabGroups;
        const onDidChangeVisibleTextEditors: Event<readonly TextEditor[]>;
        function createQuickPick(): QuickPick<QuickPickItem>;
        function showQuickPick<T extends QuickPickItem>(items: readonly T[], options?: { placeHolder?: string }): Thenable<T | undefined>;
        function showInputBox(options?: { prompt?: string; placeHolder?: string; value?: string }): Thenable<string | undefined>;
        function showOpenDialog(options?: {
            canSelectFiles?: boolean;
            canSelectFolders?: boolean;
            canSelectMany?: boolean;
            openLabel?: string;
        }): Thenable<Uri[] | undefined>;
        function showErrorMessage(message: string): Thenable<string | undefined>;
        function showWarningMessage(message: string): Thenable<string | undefined>;
        function showInformationMessage(message: string): Thenable<string | undefined>;
        function showTextDocument(document: TextDocument, options?: TextDocumentShowOptions): Thenable<TextEditor>;
        function createTextEditorDecorationType(options: { backgroundColor?: ThemeColor }): TextEditorDecorationType;
        function createTreeView<T>(viewId: string, options: { treeDataProvider: TreeDataProvider<T> }): TreeView<T>;
        function withProgress<R>(
            options: { location: ProgressLocation; title?: string; cancellable?: boolean },
            task: (progress: Progress<{ message?: string; increment?: number }>, token: CancellationToken) => Thenable<R>,
        ): Thenable<R>;
    }
    namespace workspace {
        const workspaceFolders: readonly WorkspaceFolder[] | undefined;
        const onDidChangeTextDocument: Event<TextDocumentChangeEvent>;
        function getConfiguration(section?: string): { get<T>(section: string, defaultValue: T): T };
        function openTextDocument(uri: Uri): Thenable<TextDocument>;
        function registerTextDocumentContentProvider(scheme: string, provider: TextDocumentContentProvider): Disposable;
    }
    namespace languages {
        function registerDocumentLinkProvider(selector: { readonly scheme?: string }, provider: DocumentLinkProvider): Disposable;
    }
    namespace commands {
        function registerCommand(command: string, callback: (...given: any[]) => any): Disposable;
        function executeCommand(command: string, ...rest: any[]): Thenable<unknown>;
    }
    namespace env {
        const clipboard: { writeText(value: string): Thenable<void> };
    }
}
