import { spawn } from 'node:child_process';

/** Runs a program to its end. @throws Error with all that it wrote, when it fails */
export function runProgram(
    program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}
): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        const output: string[] = [];
        child.stdout.on('data', data => output.push(String(data)));
        child.stderr.on('data', data => output.push(String(data)));
        child.once('error', reject);
        child.once('exit', code => {
            const text = output.join('');
            return code === 0 ? resolve(text) : reject(new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${text}`));
        });
    });
}
