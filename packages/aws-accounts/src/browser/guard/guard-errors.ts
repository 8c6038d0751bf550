import { CancellationError } from '@theia/core/lib/common/cancellation';

/**
 * The person decided against a guarded command. Not an error: nothing ran and nothing changed. The message has two l's and the name one: part
 * of Theia recognises a cancellation by the one, and VS Code extensions recognise it by the other.
 */
export class GuardCancelled extends CancellationError {

    override message = 'Cancelled';
}
