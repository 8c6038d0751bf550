import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure, AwsFailureReason, ProcessTrouble } from '../../../common/state/aws-accounts-error';
import { Clock } from '../../process/clock';
import { redact } from '../../http/redaction';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { commandLineWords } from '../../process/command-line-words';
import { CommandEnd, runCommand } from './command-run';
import { readProcessOutput } from './process-output';
import type { RunningContext } from '../resolution/resolution-context';

/** Programs that ask a person in a browser take their time; one that hangs must not hang for ever. */
const TIME_LIMIT_MS = 2 * 60 * 1000;

/** Credentials that a program prints: the `credential_process` of a profile. */
@injectable()
export class ProcessCredentials {

    @inject(Clock) protected readonly clock: Clock;

    /**
     * @throws AwsAccountsError `processFailed` with the redacted end of what it said, `timedOut`, `expiredCredentials`; the reason of the
     * signal
     */
    async get(profile: SectionSettings, { signal }: RunningContext): Promise<AwsCredentialIdentity> {
        const words = commandLineWords(profile.get('credential_process') ?? '');
        if (words === undefined || words.length === 0) {
            throw this.failure(profile, 'processFailed', 'credential_process');
        }
        const end = await this.run(words, profile, signal);
        if (end.kind === 'notStarted') {
            throw this.failed(profile, end);
        }
        if (end.code !== 0) {
            throw this.failed(profile, { kind: 'exited', code: end.code ?? undefined, said: redact(end.stderr.trim()) });
        }
        const output = readProcessOutput(end.stdout);
        if (output.kind === 'malformed') {
            throw this.failed(profile, output);
        }
        const { expiration } = output.credentials;
        if (expiration !== undefined && expiration.getTime() <= this.clock.now()) {
            throw this.failure(profile, 'expiredCredentials', 'credential_process');
        }
        return output.credentials;
    }

    protected async run(words: readonly string[], profile: SectionSettings, signal: AbortSignal): Promise<CommandEnd> {
        const [tooLong, done] = [new AbortController(), new AbortController()];
        this.clock.delay(TIME_LIMIT_MS, done.signal).then(
            () => tooLong.abort(this.failure(profile, 'timedOut', 'credential_process')),
            (error: unknown) => {
                if (!done.signal.aborted) {
                    tooLong.abort(error);
                }
            }
        );
        try {
            return await runCommand(words, AbortSignal.any([signal, tooLong.signal]));
        } finally {
            done.abort();
        }
    }

    protected failed(profile: SectionSettings, process: ProcessTrouble): Error {
        return this.failure(
            profile,
            'processFailed',
            process.kind === 'malformed' ? process.problem : (process.code?.toString() ?? 'killed'),
            process
        );
    }

    protected failure(profile: SectionSettings, reason: AwsFailureReason, detail: string, process?: ProcessTrouble): Error {
        return AwsFailure.toError({
            reason,
            subject: profile.name,
            detail,
            location: profile.setting('credential_process')?.location,
            ...(process && { process })
        });
    }
}
