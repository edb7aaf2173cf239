/**
 * The control sequences that dm-top sends or reads, by name.
 *
 * ECMA-48, DEC STD 070, and xterm's ctlseqs for the rest.
 */

export const escape = '\u{1B}';
export const bell = '\u{7}';
const csi = `${escape}[`;

export const alternateScreenOn = `${csi}?1049h`;
export const alternateScreenOff = `${csi}?1049l`;
export const cursorOn = `${csi}?25h`;
export const cursorOff = `${csi}?25l`;
export const synchronizedOn = `${csi}?2026h`;
export const synchronizedOff = `${csi}?2026l`;
export const wrapOn = `${csi}?7h`;
export const wrapOff = `${csi}?7l`;
export const allMargins = `${csi}r`;
export const plainStyle = `${csi}m`;
export const homeAndClear = `${csi}H${csi}J`;
export const eraseLineEnd = `${csi}K`;
export const characterOut = `${csi}P`;
export const characterIn = `${csi}@`;
export const pushTitle = `${csi}22;2t`;
export const popTitle = `${csi}23;2t`;
export const reverseIndex = `${escape}M`;

/**
 * Resets whatever a stray write may have left behind: shifted character sets, style, margins, insert and origin mode.
 * Then clears the screen from its top; CSI 2 J would push its content into the scrollback of some terminals.
 */
export const startOver = `\u{F}${escape}(B${plainStyle}${allMargins}${csi}4l${csi}?6l${wrapOn}${homeAndClear}`;

/** `CSI n x`, without a 1, which is the default. */
export const counted = (count: number, final: string): string =>
	csi + (count === 1 ? '' : String(count)) + final;

/** To a cell; both counted from 0. */
export const cursorTo = (row: number, column: number): string =>
	`${csi}${row === 0 ? '' : row + 1}${column === 0 ? '' : `;${column + 1}`}H`;

/** Only the rows from `top` to `bottom` scroll, both counted from 0. The cursor goes to the top left. */
export const margins = (top: number, bottom: number): string => `${csi}${top + 1};${bottom + 1}r`;

/** SGR with these codes; '' for none. */
export const sgr = (codes: readonly string[]): string =>
	codes.length === 0 ? '' : `${csi}${codes.join(';')}m`;

/** OSC with this text, such as a title. */
export const operatingSystemCommand = (text: string): string => `${escape}]${text}${escape}\\`;

/** Sets or resets a mode of DEC's. */
export const privateMode = (mode: string, isOn: boolean): string => `${csi}?${mode}${isOn ? 'h' : 'l'}`;

/** Patterns, to be built into regular expressions. None may be a prefix of another. */
export const patterns = {
	sgr: String.raw`${escape}\[[\d:;]*m`,
	link: String.raw`${escape}\]8;`,
	stringEnd: String.raw`(?:${bell}|${escape}\\)`,
	notStringEnd: `[^${bell}${escape}]*`,
	// Escapes in its content are doubled, so that none of them ends it: see `throughTmux`.
	throughTmux: String.raw`${escape}Ptmux;(?:[^${escape}]|${escape}{2})*${escape}\\`,
	csi: String.raw`${escape}\[(?<prefix>[<=>?]?)(?<parameters>[\d:;]*)(?<intermediate>[\x20-\x2F]*)(?<final>[\x40-\x7E])`,
} as const;

/** A sequence for the terminal outside of tmux, which passes it on (`allow-passthrough on`). */
export const throughTmux = (sequence: string): string =>
	`${escape}Ptmux;${sequence.replaceAll(escape, () => escape + escape)}${escape}\\`;
