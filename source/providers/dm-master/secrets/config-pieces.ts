/**
 * The settings in a configuration as DM writes it, YAML or TOML, in the order of the text: enough to find a value by
 * its path, and to replace it. Anything else stays as it is.
 */
import type {ConfigFormat, ConfigPiece} from './piece.js';
import {tomlPieces} from './toml-pieces.js';
import {yamlPieces} from './yaml-pieces.js';

/** The pieces of a configuration; joined they are its text. */
export const piecesOf = (
	text: string,
	format: ConfigFormat,
	isSecret: (key: string) => boolean,
): readonly ConfigPiece[] => (format === 'yaml' ? yamlPieces(text, isSecret) : tomlPieces(text));

/** The text that the pieces make up. */
export const joinPieces = (pieces: readonly ConfigPiece[]): string =>
	pieces
		.map(piece => (piece.kind === 'text' ? piece.text : piece.before + piece.value + piece.after))
		.join('');
