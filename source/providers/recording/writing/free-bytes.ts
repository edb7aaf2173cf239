import {Buffer} from 'node:buffer';

/**
 * Frees the memory of bytes that nobody reads any more, which are empty afterwards: when a block of a recording ends, ten
 * megabytes of them would wait to be collected. Smaller ones share one of Node's buffers, and are left alone.
 */
export const freeBytes = ({buffer, byteLength}: Uint8Array): void => {
	if (byteLength >= Buffer.poolSize / 2 && buffer instanceof ArrayBuffer) {
		buffer.transfer(0);
	}
};
