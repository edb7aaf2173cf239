/**
 * A mistake on the command line, in the environment or in the settings: its message is printed on standard error
 * without a stack.
 */
export class UsageError extends Error {
	override name = 'UsageError';
}
