import {channel} from 'node:diagnostics_channel';

/** Something that the program did: what it was, and what there is to say of it. */
export type Traced = {readonly what: string} & Readonly<
	Record<string, string | number | boolean | readonly string[] | undefined>
>;

const traced = channel('dm-top');

/** Tells what the program does to those who listen (`--debug`); while nobody does, `describe` is not called. */
export const trace = (what: string, describe: () => Omit<Traced, 'what'>): void => {
	if (traced.hasSubscribers) {
		traced.publish({what, ...describe()});
	}
};

/** Calls back at everything that is traced. */
export const onTrace = (listener: (happened: Traced) => void): void => {
	traced.subscribe(happened => {
		listener(happened as Traced);
	});
};
