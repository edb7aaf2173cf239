import {closeSync, constants, openSync} from 'node:fs';
import process from 'node:process';
import {ReadStream} from 'node:tty';

/** What of a terminal is opened for reading. */
type Opened = {readonly stream: ReadStream; readonly fd: number};

/** The first of the devices that can be opened. */
const openFirst = (devices: readonly string[]): Opened | undefined => {
	for (const device of devices) {
		try {
			const fd = openSync(device, constants.O_RDONLY + constants.O_NOCTTY);
			return {stream: new ReadStream(fd), fd};
		} catch {
			// The next one.
		}
	}

	return undefined;
};

/** In a separate session, as under setsid or a service manager, there is no /dev/tty. */
const devicesWithoutInput = (): readonly string[] => ['/dev/tty', `/dev/fd/${process.stdout.fd}`];

/** The controlling terminal of this process, or else the one that it draws on. */
export const openKeyboard = (): NodeJS.ReadStream =>
	process.stdin.isTTY ? process.stdin : (openFirst(devicesWithoutInput())?.stream ?? process.stdin);

/** The keyboard with another `read`: what is done to keys before the program has them. */
export const withRead = (keyboard: NodeJS.ReadStream, read: () => unknown): NodeJS.ReadStream =>
	new Proxy(keyboard, {
		get(target, name) {
			if (name === 'read') {
				return read;
			}

			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		},
	});

/**
 * Sets raw mode on the terminal of `openKeyboard` whatever mode another program has given it. The keyboard itself only
 * knows the mode that it set last: it would have to be switched off first, and what is typed in between would be echoed,
 * and Ctrl-C a signal. Another stream on the same terminal does it at once.
 *
 * @returns Whether it did.
 */
export const setRawAgain = (): boolean => {
	const opened = openFirst(process.stdin.isTTY ? [`/dev/fd/${process.stdin.fd}`] : devicesWithoutInput());
	if (!opened) {
		return false;
	}

	const {stream, fd} = opened;
	// The terminal may be gone by now.
	stream.on('error', () => undefined);
	try {
		stream.setRawMode(true);
		return true;
	} catch {
		return false;
	} finally {
		stream.destroy();
		// The stream has a descriptor of its own.
		closeSync(fd);
	}
};
