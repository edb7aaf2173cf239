/** One file of a recording: its header, and where its blocks are. */
import {constants, open} from 'node:fs/promises';
import {say} from '../../../../language/say.js';
import {type Encoding, type RecordingHeader, RecordingError} from '../../format.js';
import {decodeMember, type DecodedMember} from './decode.js';
import {encodingOfBytes, FileBytes} from './file-bytes.js';
import {type Block, findBlocks} from './find-blocks.js';
import {withLostStart, type WithStart} from './lost-start.js';
import {notAFile, openFailure, readHeader} from './read-header.js';

/** The longest header, bytes. */
const longestHeader = 64 * 1024;

/** How much of a file is read to see why nothing in it can be played, bytes. */
const longestBeginning = 1024 * 1024;

/** An open file of a recording, and its blocks, oldest first. */
export type PartFile = WithStart & {
	readonly header: RecordingHeader;
	readonly isCompressed: boolean;
	/** The past in a block, as far as it can be read. */
	readonly readPast: (block: Block) => Promise<DecodedMember>;
	/** The rest of a block, as far as it can be read. */
	readonly readBody: (block: Block) => Promise<DecodedMember>;
	/** What the file begins with, as far as it can be read. */
	readonly readBeginning: () => Promise<DecodedMember>;
	readonly close: () => Promise<void>;
};

const readPart = async (name: string, bytes: FileBytes): Promise<PartFile> => {
	const beginning = await bytes.read(0, longestHeader);
	if (beginning.length === 0) {
		throw new RecordingError(say('{name} is empty: nothing was recorded.', {name}));
	}

	const encoding: Encoding = encodingOfBytes(beginning);
	const {text} = await decodeMember(beginning, encoding);
	const header = readHeader(name, text);
	const read = async (from: number, to: number): Promise<DecodedMember> =>
		decodeMember(await bytes.read(from, to - from), encoding);
	const found = await findBlocks(bytes, encoding);
	return {
		...(await withLostStart(found, {bytes, encoding, header})),
		header,
		isCompressed: encoding !== 'plain',
		readPast: async ({pastFrom, bodyFrom}) => read(pastFrom, bodyFrom),
		readBody: async ({bodyFrom, to}) => read(bodyFrom, to),
		readBeginning: async () => read(0, longestBeginning),
		close: async () => bytes.close(),
	};
};

/**
 * Opens a file and finds its blocks, without reading what is in them.
 *
 * @throws {RecordingError} When it is not a recording, or cannot be read.
 */
export const openPart = async (filePath: string): Promise<PartFile> => {
	let bytes: FileBytes | undefined;
	try {
		// The opening of a FIFO would wait for a writer, and keep the process from ending.
		const handle = await open(filePath, constants.O_RDONLY + constants.O_NONBLOCK);
		const about = await handle.stat();
		const {size} = about;
		bytes = new FileBytes(handle, size);
		if (!about.isFile() && !about.isDirectory()) {
			throw notAFile(filePath);
		}

		return await readPart(filePath, bytes);
	} catch (error) {
		await bytes?.close();
		throw error instanceof RecordingError ? error : openFailure(filePath, error);
	}
};
