/** Masks the secrets of a configuration, and restores them where DM needs them. */
import {hiddenPassword} from '../../../dm/secrets/hidden-password.js';
import {stripSecrets} from '../../../dm/secrets/passwords.js';
import {isSecretKey} from '../../../dm/secrets/secret-words.js';
import {joinPieces, piecesOf} from './config-pieces.js';
import type {ConfigFormat, ConfigPiece} from './piece.js';

/** A masked value: as it is shown, and as DM wrote it. */
export type Secret = {readonly masked: string; readonly raw: string};

/** The secrets of a configuration by the paths of their settings. */
export type Secrets = ReadonlyMap<string, Secret>;

/** The same, with the masked text. */
export type Masked = {readonly text: string; readonly secrets: Secrets};

/** The bytes of certificates: not all of them are secret, but none are readable. */
const certificateBytes = /^ssl-(?:ca|cert|key)-(?:bytes|base64)$/v;

const isSecret = (key: string): boolean => isSecretKey(key) || certificateBytes.test(key);

const isEmpty = (value: string): boolean =>
	/^(?:""|''|\[\s*\]|\{\s*\}|~|null|true|false)?$/v.test(value.trim());

/** `-p x`, `-px` among the arguments of a dump. */
const passwordFlag = /(?<before>(?:^|[\s"'])-p[ =]?)[^\s"'=][^\s"']*/gv;

const hiddenValue = `"${hiddenPassword}"`;

/** A value as it is shown: unchanged when there is nothing to hide in it. */
const shown = (key: string, value: string): string => {
	if (isSecret(key)) {
		return isEmpty(value) ? value : hiddenValue;
	}

	if (/-----BEGIN [ A-Z]*PRIVATE KEY-----/v.test(value)) {
		return hiddenValue;
	}

	const stripped = stripSecrets(value);
	return key.includes('args')
		? stripped.replaceAll(passwordFlag, (_, before: string) => `${before}${hiddenPassword}`)
		: stripped;
};

/** Whether a value begins on the line below its key. */
const isBelow = (value: string): boolean => /^[\t ]*\r?\n/v.test(value);

const isMaskedByDm = (value: string): boolean => value.trim().replaceAll(/["']/gv, '') === hiddenPassword;

/**
 * A configuration with every secret masked, and the secrets.
 *
 * @param text As DM wrote it.
 * @param format Its format.
 * @param known The known raw values of settings that DM itself has masked or emptied, by their paths.
 */
export const mask = (
	text: string,
	format: ConfigFormat,
	known: ReadonlyMap<string, string> = new Map(),
): Masked => {
	const secrets = new Map<string, Secret>();
	const pieces = piecesOf(text, format, isSecret).map((piece): ConfigPiece => {
		if (piece.kind === 'text') {
			return {...piece, text: stripSecrets(piece.text)};
		}

		const {path, key, value} = piece;
		const kept = isSecret(key) ? known.get(path) : undefined;
		const masked = kept === undefined ? shown(key, value) : hiddenValue;
		// A value that DM itself has masked stays unknown.
		if (kept !== undefined || (masked !== value && !isMaskedByDm(value))) {
			secrets.set(path, {masked: masked.trim(), raw: kept ?? value});
		}

		// A value below its key moves behind it.
		return {...piece, value: masked === hiddenValue && isBelow(value) ? ` ${masked}` : masked};
	});
	return {text: joinPieces(pieces), secrets};
};

/**
 * Restores the secrets in a masked text. Returns the paths that are masked there and not known, [] when the text is
 * complete again.
 */
export const unmask = (
	text: string,
	format: ConfigFormat,
	secrets: Secrets,
): {readonly text: string; readonly missing: readonly string[]} => {
	const missing: string[] = [];
	const pieces = piecesOf(text, format, isSecret).map((piece): ConfigPiece => {
		if (piece.kind === 'text' || !piece.value.includes(hiddenPassword)) {
			return piece;
		}

		const secret = secrets.get(piece.path);
		if (secret?.masked === piece.value.trim()) {
			const {raw} = secret;
			return {...piece, before: isBelow(raw) ? piece.before.trimEnd() : piece.before, value: raw};
		}

		missing.push(piece.path);
		return piece;
	});
	return {text: joinPieces(pieces), missing};
};
