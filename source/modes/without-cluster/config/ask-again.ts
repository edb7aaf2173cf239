import {createInterface} from 'node:readline';
import {say} from '../../../language/say.js';
import type {Invocation} from '../../invocation.js';

/**
 * Asks on the terminal whether a file with mistakes is to be edited again, as visudo does. Enter means yes; the end of
 * the input means no, and so does standard input that is not a terminal.
 */
export const asksToEditAgain = async ({input: openInput, errors}: Invocation): Promise<boolean> => {
	const input = openInput();
	if (!input.isTTY || !errors.isTTY) {
		return false;
	}

	const dialog = createInterface({input, output: errors});
	const {promise, resolve} = Promise.withResolvers<boolean>();
	dialog.once('close', () => {
		resolve(false);
	});
	dialog.once('SIGINT', () => {
		// What is said next begins on a line of its own.
		errors.write('\n');
		dialog.close();
	});
	dialog.question(`${say('Edit it again? [Y/n]')} `, answer => {
		resolve(/^(?:y|yes|是)?$/iv.test(answer.trim()));
	});
	const isAgain = await promise;
	dialog.close();
	return isAgain;
};
