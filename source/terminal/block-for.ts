/** Blocks the thread: for code that must not return before something outside has changed. */
export const blockFor = (milliseconds: number): void => {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
