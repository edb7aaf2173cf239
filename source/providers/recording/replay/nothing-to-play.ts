/** Why there is nothing in a recording that can be played. */
import {say} from '../../../language/say.js';
import {readBlockLine, readObject, RecordingError} from '../format.js';
import type {DecodedMember} from './blocks/decode.js';

const reasonIn = ({text, isWhole}: DecodedMember): string => {
	// What follows the last line break is not a line.
	const lines = text.split('\n').slice(0, -1);
	const broken = lines.findIndex(
		(line, index) => index > 0 && line.trim() !== '' && readObject(line) === undefined,
	);
	if (broken !== -1) {
		return say('line {line} is not JSON', {line: broken + 1});
	}

	if (!isWhole) {
		return say('its compressed data is damaged after line {line}', {line: Math.max(1, lines.length)});
	}

	return lines.slice(1).every(other => readBlockLine(other))
		? say('no observation was recorded, or the rest of the file was lost')
		: say('none of its lines is an observation that can be read');
};

/**
 * The error for a recording without a single observation that can be read.
 *
 * @param name The name of the file: the path as it was given.
 * @param beginning What it begins with.
 */
export const nothingToPlay = (name: string, beginning: DecodedMember): RecordingError =>
	new RecordingError(say('{name} has nothing that can be played: {why}.', {name, why: reasonIn(beginning)}));
