/** One of the things that `y` offers to copy. */
export type Copyable = {
	/** The key that copies it. */
	readonly letter: string;
	/** "position", "dmctl command". */
	readonly label: string;
	/** Without passwords, and nothing in it that a terminal or a shell prompt could take for a command of its own. */
	readonly text: string;
};
