/** One of the things that `y` offers to copy. */
export type Copyable = {
	/** The key that copies it. */
	readonly letter: string;
	/** "position", "dmctl command". */
	readonly label: string;
	/** Without passwords, and safe to paste into a terminal or a shell. */
	readonly text: string;
};
