/**
 * All text that people read, in the chosen language. English is in the code, and is the key for every other language:
 * `say('{source} did not answer for {age}', {source, age})`.
 */
import type {Language, Text, Values, Phrase} from './text.js';

const english = (count: number): number => (count === 1 ? 0 : 1);

let spoken: ReadonlyMap<string, string> | undefined;
let formOf = english;
let needsBlank: Language['needsBlank'];

/** Sets the language of texts from now on; undefined: English. */
export const speak = (language: Language | undefined): void => {
	spoken = language && new Map(Object.entries(language.texts));
	formOf = language?.formOf ?? english;
	needsBlank = language?.needsBlank;
};

/** The texts of the chosen language; undefined: English. Cached texts are valid as long as this is the same. */
export const spokenTexts = (): ReadonlyMap<string, string> | undefined => spoken;

/** What `act` returns while texts are English, whatever the language is. */
export const inEnglish = <T>(act: () => T): T => {
	const language = [spoken, formOf, needsBlank] as const;
	speak(undefined);
	try {
		return act();
	} finally {
		[spoken, formOf, needsBlank] = language;
	}
};

/** `{name}`, or `{name|one|many}` for a word that depends on a number; with the blanks around it. */
const slot = /(?<lead> ?)\{(?<name>\w+)(?:\|(?<forms>[^\}]*))?\}(?<tail> ?)/gv;

/** A text in the chosen language, with its braces left as they are. */
export const translated = (text: Text): string => spoken?.get(text) ?? text;

/** The blank between two characters: as the language wants it, else as the text has it. */
const blankBetween = (before: string, after: string, blank: string): string => {
	const isWanted = before === '' || after === '' ? undefined : needsBlank?.(before, after);
	return isWanted === undefined ? blank : isWanted ? ' ' : '';
};

const fill = (text: string, values: Readonly<Record<string, string | number | bigint>>): string => {
	const known = new Map(Object.entries(values));
	return text.replaceAll(
		slot,
		(whole, lead: string, name: string, forms: string | undefined, tail: string, at: number) => {
			const value = known.get(name);
			if (value === undefined) {
				return whole;
			}

			if (forms !== undefined) {
				const words = forms.split('|');
				return `${lead}${words[formOf(Number(value))] ?? words.at(-1)!}${tail}`;
			}

			const told = String(value);
			const before = blankBetween(text[at - 1] ?? '', told[0] ?? '', lead);
			return `${before}${told}${blankBetween(told.at(-1) ?? '', text[at + whole.length] ?? '', tail)}`;
		},
	);
};

/**
 * A text in the chosen language, with its values filled in. `{count|file|files}` becomes the form for the number. Call
 * it when something is shown, never while a module loads: the language is chosen later.
 */
export const say = <T extends Text>(
	text: T,
	...[values]: T extends Phrase ? readonly never[] : readonly [Values<T>]
): string => (values === undefined ? translated(text) : fill(translated(text), values));
