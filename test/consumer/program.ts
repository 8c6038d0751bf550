import { spawn } from 'node:child_process';

/** Runs a program to its end. @throws Error with all that it wrote, when it fails or says that it failed */
export function runProgram(program: string, args: readonly string[], cwd: string, env: { readonly [name: string]: string } = {}): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        const output: string[] = [];
        child.stdout.on('data', data => output.push(String(data)));
        child.stderr.on('data', data => output.push(String(data)));
        child.once('error', reject);
        child.once('exit', code => code === 0 ? resolve(output.join('')) : reject(new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${output.join('')}`)));
    });
}
