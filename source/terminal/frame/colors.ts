/**
 * Colours for terminals that support fewer than were requested. A colour is written as its SGR parameters without the
 * leading 3 or 4: `1` is red, `91` bright red, `8;5;208` and `8;2;255;135;0` orange, and the empty string the default.
 */
import type {ColorDepth} from '../capabilities.js';

type Rgb = readonly [red: number, green: number, blue: number];

/** The sixteen named colours as xterm draws them; nearest by eye, not by specification. */
const named: readonly Rgb[] = [
	[0, 0, 0],
	[205, 0, 0],
	[0, 205, 0],
	[205, 205, 0],
	[0, 0, 238],
	[205, 0, 205],
	[0, 205, 205],
	[229, 229, 229],
	[127, 127, 127],
	[255, 0, 0],
	[0, 255, 0],
	[255, 255, 0],
	[92, 92, 255],
	[255, 0, 255],
	[0, 255, 255],
	[255, 255, 255],
];

const cubeLevels = [0, 95, 135, 175, 215, 255] as const;

const nearestLevel = (value: number): number => {
	let best = 0;
	for (const [index, level] of cubeLevels.entries()) {
		if (Math.abs(level - value) < Math.abs(cubeLevels[best]! - value)) {
			best = index;
		}
	}

	return best;
};

const distance = (a: Rgb, b: Rgb): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

const rgbOfPalette = (index: number): Rgb => {
	if (index < 16) {
		return named[index]!;
	}

	if (index >= 232) {
		const gray = 8 + (index - 232) * 10;
		return [gray, gray, gray];
	}

	const cube = index - 16;
	return [cubeLevels[Math.floor(cube / 36)]!, cubeLevels[Math.floor(cube / 6) % 6]!, cubeLevels[cube % 6]!];
};

/** The entry of the 256-colour palette nearest to a colour. The first sixteen are not used: users redefine them. */
const paletteOf = (color: Rgb): number => {
	const [red, green, blue] = [nearestLevel(color[0]), nearestLevel(color[1]), nearestLevel(color[2])];
	const inCube = 16 + 36 * red + 6 * green + blue;
	const gray = (color[0] + color[1] + color[2]) / 3;
	const inGrays = 232 + Math.min(23, Math.max(0, Math.round((gray - 8) / 10)));
	return distance(rgbOfPalette(inGrays), color) < distance(rgbOfPalette(inCube), color) ? inGrays : inCube;
};

const namedOf = (color: Rgb): number => {
	let best = 0;
	for (const [index, candidate] of named.entries()) {
		if (distance(candidate, color) < distance(named[best]!, color)) {
			best = index;
		}
	}

	return best;
};

/** SGR parameter of a named colour: 0 to 7 plain, 60 to 67 bright, to which 30 or 40 is added. */
const namedParameter = (index: number): string => String(index < 8 ? index : 52 + index);

/**
 * `color` as a terminal of the given depth can show it. Colours are numbers relative to 30: `1`, `61`, `8;5;208`,
 * `8;2;r;g;b`, or the empty string.
 */
export const colorForDepth = (color: string, depth: ColorDepth): string => {
	if (color === '' || depth === 24) {
		return color;
	}

	if (depth === 1) {
		return '';
	}

	const parts = color.split(';').map(Number);
	if (parts[0] !== 8) {
		return color;
	}

	const isPalette = parts[1] === 5;
	if (depth === 8) {
		return isPalette ? color : `8;5;${paletteOf([parts[2] ?? 0, parts[3] ?? 0, parts[4] ?? 0])}`;
	}

	const rgb: Rgb = isPalette ? rgbOfPalette(parts[2] ?? 0) : [parts[2] ?? 0, parts[3] ?? 0, parts[4] ?? 0];
	return namedParameter(isPalette && parts[2]! < 16 ? parts[2]! : namedOf(rgb));
};
