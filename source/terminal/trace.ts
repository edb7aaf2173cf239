import {channel} from 'node:diagnostics_channel';

/** Something that the program did, with details. */
export type Traced = {readonly what: string} & Readonly<
	Record<string, string | number | boolean | readonly string[] | undefined>
>;

const traced = channel('dm-top');

/** Reports what the program does to listeners (`--debug`); without any, `describe` is not called. */
export const trace = (what: string, describe: () => Omit<Traced, 'what'>): void => {
	if (traced.hasSubscribers) {
		traced.publish({what, ...describe()});
	}
};

/** Calls back for everything that is traced. */
export const onTrace = (listener: (happened: Traced) => void): void => {
	traced.subscribe(happened => {
		listener(happened as Traced);
	});
};
