/** The person has not let the extension use the connection, and was not to be asked. */
export class ConsentMissing extends Error {

    override readonly name = 'AwsConsentMissing';

    constructor(readonly connectionId: string) {
        super(`The extension was not allowed to use '${connectionId}'.`);
    }
}
