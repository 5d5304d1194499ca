import JSON
import NIOCore
internal import SearchProtocol

extension SessionHandler {
    /// Processes one frame; answers that are known immediately are written, but not flushed.
    func take(_ frame: IncomingFrame) {
        switch frame {
        case .single(let message): take(message, in: nil)
        case .batch(let messages):
            let batch = BatchAnswer(expecting: messages.count { $0.isAnswered })
            for message in messages { take(message, in: batch) }
        }
        if !environment.isAdmitted { fail() }
    }

    private func take(_ message: IncomingMessage, in batch: BatchAnswer?) {
        switch message {
        case .request(let id, let name, let params):
            do throws(ProtocolError) {
                let method = try accept(id, name)
                switch method {
                case .initialize: answer(id, .success(try initialize(params)), in: batch)
                case .subscribe: answer(id, .success(try subscribe(params)), in: batch)
                case .input: try takeInput(id, params, in: batch)
                default: run(id, method, params, in: batch)
                }
            } catch {
                environment.note(error, of: Method(rawValue: name), in: number)
                answer(id, .failure(error), in: batch)
            }
        case .notification(Method.cancelRequest.name, let params?):
            if let cancel = try? CancelParams(json: params) { running.cancel(cancel.id) }
        case .invalid(let id, let error):
            environment.note(error, of: nil, in: number)
            answer(id, .failure(error), in: batch)
        case .notification, .response: break
        }
    }

    /// The method of a request, if the request may run now.
    private func accept(_ id: RequestID, _ name: String) throws(ProtocolError) -> Method {
        let limits = environment.settings.limits
        guard environment.isAdmitted else {
            throw ProtocolError(
                .busy, "\(limits.connections) connections are open already; close one or ask again later")
        }
        guard phase == .serving else { throw ProtocolError(.busy, "the daemon is stopping; ask again later") }
        guard let method = Method(rawValue: name), environment.methods.contains(method) else {
            throw ProtocolError(
                .methodNotFound, "no method \(name.prefix(80)) is served; initialize lists those that are")
        }
        guard !running.contains(id) else {
            throw ProtocolError(.invalidRequest, "id: a request with this id is still running")
        }
        guard running.count < limits.requestsInFlight else {
            throw ProtocolError(.busy, "\(limits.requestsInFlight) requests are in flight already; wait for an answer")
        }
        if method.needsMemory, let held = environment.memory.excess(over: limits.memoryBytes) {
            throw ProtocolError(
                .busy,
                "the daemon holds \(held >> 20) MiB of memory, over limits.memory (\(limits.memoryBytes >> 20) MiB); "
                    + "ask again later, or raise it")
        }
        return method
    }

    private func initialize(_ params: JSONValue?) throws(ProtocolError) -> ResponseBody {
        do throws(JSONMismatch) {
            let given = try InitializeParams(json: params ?? .emptyObject)
            encoding = given.positionEncoding ?? .utf8
            if given.keepRunning == true { environment.keepRunning() }
            environment.logger.debug(
                "client", metadata: ["session": "\(number)", "name": "\((given.clientName ?? "").prefix(80))"])
        } catch {
            throw ProtocolError(error)
        }
        let settings = environment.settings
        let served = Method.allCases.filter {
            environment.methods.contains($0) || $0.direction == .notificationToDaemon
        }
        return ResponseBody(
            InitializeResult(
                name: settings.name, version: settings.version, positionEncoding: encoding,
                methods: served.map(\.name), indexPath: settings.indexPath, frameBytes: settings.limits.frameBytes))
    }

    private func subscribe(_ params: JSONValue?) throws(ProtocolError) -> ResponseBody {
        do throws(JSONMismatch) {
            try JSONFields(params ?? .emptyObject).end()
        } catch {
            throw ProtocolError(error)
        }
        environment.subscribe(number)
        return ResponseBody(JSONValue.emptyObject)
    }

    /// Passes on a part of the client's input, which is answered once it is read.
    private func takeInput(_ id: RequestID, _ params: JSONValue?, in batch: BatchAnswer?) throws(ProtocolError) {
        guard let context else { return }
        let part: InputParams
        do throws(JSONMismatch) { part = try InputParams(json: params ?? .emptyObject) } catch {
            throw ProtocolError(error)
        }
        let loop = context.eventLoop
        let handler = NIOLoopBound(self, eventLoop: loop)
        let request = running.begin(id, in: batch)
        do throws(ProtocolError) {
            try input.put(part) {
                loop.execute { handler.value.finish(request, .success(ResponseBody(JSONValue.emptyObject))) }
            }
        } catch {
            _ = running.end(request)
            throw error
        }
    }

    private func run(_ id: RequestID, _ method: Method, _ params: JSONValue?, in batch: BatchAnswer?) {
        guard let context else { return }
        let loop = context.eventLoop
        let handler = NIOLoopBound(self, eventLoop: loop)
        let session = Session(number: number, input: input) { method, topic, params in
            let message = OutgoingMessage.notification(method: method.name, writtenParams: params)
            loop.execute { handler.value.notify(message, key: method.name + "\n" + topic) }
        }
        let request = running.begin(id, in: batch)
        let call = MethodCall(
            method: method, params: params, positionEncoding: encoding, session: session, number: request)
        let (environment, number) = (environment, number)
        let methodHandler = environment.methodHandler
        let task = Task {
            let answer = await methodHandler.answer(call)
            if case .failure(let error) = answer { environment.note(error, of: method, in: number) }
            loop.execute { handler.value.finish(request, answer) }
        }
        running.setTask(task, of: request)
    }

    private func finish(_ request: RunningRequests.Number, _ result: Answer) {
        guard let entry = running.end(request) else { return }
        answer(entry.id, bounded(result), in: entry.batch)
        flush()
        endWhenDone()
        leaveWhenDone()
    }

    private func answer(_ id: RequestID, _ result: Answer, in batch: BatchAnswer?) {
        if batch == nil, case .success(let body) = result {
            return send(parts: OutgoingMessage.responseParts(id: id, result: body.json))
        }
        let message =
            switch result {
            case .success(let body): OutgoingMessage.response(id: id, result: body.json)
            case .failure(let error): OutgoingMessage.response(id: id, error: error)
            }
        guard let batch else { return send(message) }
        heldBytes += message.count
        if let answers = batch.add(message) {
            heldBytes -= answers.reduce(0) { $0 + $1.count }
            send(OutgoingMessage.batch(answers))
        }
    }
}

extension IncomingMessage {
    /// Whether the message gets an answer.
    fileprivate var isAnswered: Bool {
        switch self {
        case .request, .invalid: true
        case .notification, .response: false
        }
    }
}
