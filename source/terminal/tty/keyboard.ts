import {constants, openSync} from 'node:fs';
import process from 'node:process';
import {ReadStream} from 'node:tty';

/**
 * The controlling terminal of this process, or else the one that it draws on: in a separate session, as under setsid or
 * a service manager, there is no /dev/tty.
 */
export const openKeyboard = (): NodeJS.ReadStream => {
	if (process.stdin.isTTY) {
		return process.stdin;
	}

	for (const device of ['/dev/tty', `/dev/fd/${process.stdout.fd}`]) {
		try {
			return new ReadStream(openSync(device, constants.O_RDONLY + constants.O_NOCTTY));
		} catch {
			// The next one.
		}
	}

	return process.stdin;
};
