/** Blocks the thread, for code that must not return early. */
export const blockFor = (milliseconds: number): void => {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
