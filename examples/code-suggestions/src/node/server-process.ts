import { ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createProtocolConnection, ProtocolConnection } from 'vscode-languageserver-protocol/node';

/** AWS's language server, bundled into one file by `npm run code-suggestions`. A product sets the path by this variable. */
const FILE_VARIABLE = 'AWS_CODE_SUGGESTIONS_SERVER';

export type ServerMode = 'token' | 'iam';

/** One running language server, spoken to over its standard streams. */
export class ServerProcess {

    protected constructor(protected readonly child: ChildProcess, readonly connection: ProtocolConnection) { }

    static get file(): string | undefined {
        const file = process.env[FILE_VARIABLE];
        return file !== undefined && existsSync(file) ? file : undefined;
    }

    /** @param onEnd called once, however it ends */
    static start(file: string, mode: ServerMode, onEnd: () => void): ServerProcess {
        const child = spawn(process.execPath, [file, '--stdio', ...mode === 'iam' ? ['--iam'] : []], {
            stdio: ['pipe', 'pipe', 'ignore'], env: environment()
        });
        const connection = createProtocolConnection(child.stdout, child.stdin);
        child.once('error', onEnd);
        child.once('exit', onEnd);
        child.stdin.on('error', onEnd);
        connection.onError(onEnd);
        connection.listen();
        return new ServerProcess(child, connection);
    }

    stop(): void {
        this.connection.dispose();
        this.child.kill();
    }
}

/** The server gets what it needs by requests; keys and profiles of this process are none of its business. */
function environment(): NodeJS.ProcessEnv {
    const kept = ['AWS_CA_BUNDLE', 'AWS_ENDPOINT_URL'];
    const rest = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') || kept.includes(name));
    // In a desktop application the executable is Electron.
    return { ...Object.fromEntries(rest), ELECTRON_RUN_AS_NODE: '1' };
}
