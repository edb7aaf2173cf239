/** The types of the texts: English is the key, and the Chinese catalogue is the list of all texts. */
import type {texts} from './zh/catalogue.js';

/** Every text that people read, in English. A text without Chinese does not compile. */
export type Text = keyof typeof texts;

/** A text without values. */
export type Phrase = Exclude<Text, `${string}{${string}`>;

/** The names between braces: of `{count} {count|file|files} of {task}` they are `count` and `task`. */
type NamesIn<T extends string> = T extends `${string}{${infer Inside}}${infer Rest}`
	? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
	: never;

/** The value for each name in a phrase. */
export type Values<T extends string> = Readonly<Record<NamesIn<T>, string | number | bigint>>;

/** A text about a dm-master, which is named by its address. */
export type OfMaster = Extract<Text, `${string}{master}${string}`>;

/** All texts in one language. A further language says `satisfies Catalogue`: one left out, or one too many, does not compile. */
export type Catalogue = Readonly<Record<Text, string>>;

/** What the file `catalogue.ts` in the folder of a language exports. */
export type Language = {
	readonly texts: Catalogue;
	/** Which of the forms of `{count|file|files}` goes with a number, from 0; absent: English's rule. */
	readonly formOf?: (count: number) => number;
	/**
	 * Whether a blank belongs between two characters where a value meets the text around it; undefined: as in the text.
	 */
	readonly needsBlank?: (before: string, after: string) => boolean | undefined;
};
