/**
 * `--debug FILE`: what the program does, one line of JSON per action, for debugging. See CONTRIBUTING.md.
 */
import {writeSync} from 'node:fs';
import process from 'node:process';
import {stripSecrets} from '../../../dm/secrets/passwords.js';
import {escapeJson} from '../../../terminal/sanitize.js';
import {onTrace, type Traced} from '../../../terminal/trace.js';
import {ownVersion} from '../../version.js';
import {openLog} from './open-log.js';

const withoutSecrets = (value: unknown): unknown =>
	typeof value === 'string'
		? stripSecrets(value)
		: typeof value === 'number'
			? Math.round(value * 100) / 100
			: Array.isArray(value)
				? value.map(member => withoutSecrets(member))
				: value;

/** One line without its line break: the time, and what was traced, without secrets. */
export const debugLine = (traced: Traced, at: Date): string =>
	escapeJson(
		JSON.stringify({
			at: at.toISOString(),
			...Object.fromEntries(Object.entries(traced).map(([key, value]) => [key, withoutSecrets(value)])),
		}),
	);

/**
 * Appends what the program does from now on to a file that only its owner may read. Lines that cannot be written are
 * dropped: debugging must not change the program's behaviour.
 *
 * @throws {Error} when the file cannot be opened.
 */
export const openDebugFile = async (path: string): Promise<void> => {
	const file = openLog('--debug', path);

	const write = (traced: Traced): void => {
		try {
			writeSync(file, `${debugLine(traced, new Date())}\n`);
		} catch {
			// A full disk is reported by what the program itself writes.
		}
	};

	const {version, platform, arch} = process;
	write({what: 'start', version: ownVersion(), node: version, platform, arch});
	onTrace(write);
	process.once('exit', code => {
		write({what: 'exit', code, seconds: process.uptime()});
	});
};
