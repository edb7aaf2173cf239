/** A mistake on the command line, in the environment or in the settings: its message goes to standard error, alone. */
export class UsageError extends Error {
	override name = 'UsageError';
}
