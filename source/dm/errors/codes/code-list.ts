/**
 * Every code that DM has. The list is long, and DM's errors bring their own text: it is only loaded to explain a bare
 * code.
 */
import codes from './dm-codes.json' with {type: 'json'};
import {withTodaysCommands} from './dm-words.js';

/** One of DM's codes: dm/errors.toml. */
export type DmCode = {
	readonly code: number;
	/** The part of DM that raises it, such as "sync-unit". */
	readonly class: string;
	/** "upstream", "downstream", "internal" or "not-set". */
	readonly scope: string;
	/** "low", "medium" or "high". */
	readonly level: string;
	/** DM's message, with `%s` for values; '' for a code whose message is made where it is raised. */
	readonly message: string;
	/** DM's own advice, with today's command names; '' for none. */
	readonly workaround: string;
};

const byCode: ReadonlyMap<number, DmCode> = new Map(
	Object.entries(codes).map(([key, [group = '', scope = '', level = '', message = '', workaround = '']]) => {
		const code = Number(key);
		return [code, {code, class: group, scope, level, message, workaround: withTodaysCommands(workaround)}];
	}),
);

/** One code; undefined when DM has none of that number. */
export const dmCode = (code: number): DmCode | undefined => byCode.get(code);

/** All codes, in their order. */
export const dmCodes = (): readonly DmCode[] => byCode.values().toArray();
