// A debug adapter whose program writes the variables that it got to the file `output` of its launch configuration, as JSON.
const { spawn } = require('node:child_process');

const PROGRAM = 'const { AWS_PROFILE, AWS_REGION } = process.env; require("node:fs").writeFileSync(process.argv[1], JSON.stringify({ AWS_PROFILE, AWS_REGION }))';

let count = 0;
let unread = Buffer.alloc(0);

function send(message) {
    const text = JSON.stringify({ seq: count += 1, ...message });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function launch({ output, env, terminal }) {
    const line = [process.execPath, '-e', PROGRAM, output];
    if (terminal) {
        send({ type: 'request', command: 'runInTerminal', arguments: { kind: 'integrated', cwd: process.cwd(), args: line } });
    } else {
        spawn(line[0], line.slice(1), { env: { ...process.env, ...env }, stdio: 'ignore' }).once('exit', () => send({ type: 'event', event: 'terminated' }));
    }
}

function receive(request) {
    if (request.type === 'response') {
        send({ type: 'event', event: 'terminated' });
        return;
    }
    const { seq, command } = request;
    send({ type: 'response', request_seq: seq, command, success: true, body: command === 'threads' ? { threads: [] } : { supportsConfigurationDoneRequest: true } });
    if (command === 'initialize') {
        send({ type: 'event', event: 'initialized' });
    } else if (command === 'launch') {
        launch(request.arguments);
    } else if (command === 'disconnect') {
        process.exit(0);
    }
}

process.stdin.on('data', data => {
    unread = Buffer.concat([unread, data]);
    for (; ;) {
        const end = unread.indexOf('\r\n\r\n');
        const length = Number(/Content-Length: (\d+)/.exec(unread.subarray(0, Math.max(end, 0)).toString())?.[1]);
        if (end < 0 || unread.length < end + 4 + length) {
            return;
        }
        const message = unread.subarray(end + 4, end + 4 + length).toString();
        unread = unread.subarray(end + 4 + length);
        receive(JSON.parse(message));
    }
});
