/**
 * Where Node keeps dm-top compiled for its next start. Node's default is in the folder for temporary files, which all
 * users of a machine share: the user who creates it first decides what code the others run.
 */
import {lstatSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {homeFolder} from '../../terminal/files/home-folder.js';
import {makeFolder} from '../../terminal/files/make-folder.js';

/** XDG's folder for caches. */
const cacheHome = (environment: NodeJS.ProcessEnv): string => {
	const given = environment['XDG_CACHE_HOME'] ?? '';
	return path.isAbsolute(given) ? given : path.join(homeFolder(), '.cache');
};

/** The write bits of group and others. */
const othersWrite = /[2367]/v;
const sticky = 0o1000;

/** Whether a folder (not a link to one) belongs to one of these users and nobody else may write into it. */
const isOwn = (folder: string, owners: readonly number[]): boolean => {
	const entry = lstatSync(folder);
	return (
		entry.isDirectory() && owners.includes(entry.uid) && !othersWrite.test(entry.mode.toString(8).slice(-2))
	);
};

/** Whether nobody else can replace what is in this folder under the user's name. */
const isSafeParent = (folder: string, uid: number): boolean =>
	isOwn(folder, [uid, 0]) || Math.floor(lstatSync(folder).mode / sticky) % 2 === 1;

/** The folder itself, or its nearest existing parent, without links. */
const nearest = (folder: string): string => {
	const above = path.dirname(folder);
	try {
		return realpathSync(folder);
	} catch (error) {
		if (above === folder) {
			throw error;
		}

		return nearest(above);
	}
};

const parentsOf = (folder: string): string[] => {
	const above = path.dirname(folder);
	return above === folder ? [] : [above, ...parentsOf(above)];
};

/**
 * Every folder on the path must be safe, or its owner could replace what is below; the one for caches, and everything
 * created in it, must belong to the user. Nothing is created in somebody else's home folder (`sudo` keeps `HOME`).
 */
const makeOwn = (home: string, uid: number): string | undefined => {
	const there = nearest(home);
	if (!isOwn(there, [uid]) || parentsOf(there).some(folder => !isSafeParent(folder, uid))) {
		return undefined;
	}

	const folder = path.join(home, 'dm-top');
	makeFolder(folder);
	return isOwn(folder, [uid]) ? realpathSync(folder) : undefined;
};

/**
 * The folder for compiled code, created if needed; undefined when there is none that only the user can write to: then
 * nothing is cached.
 */
export const compileCacheFolder = (environment: NodeJS.ProcessEnv): string | undefined => {
	try {
		const home = cacheHome(environment);
		const uid = process.getuid?.();
		if (uid !== undefined) {
			return makeOwn(home, uid);
		}

		// Windows has no such owners: there the user's folder belongs to the user.
		const folder = path.join(home, 'dm-top');
		makeFolder(folder);
		return folder;
	} catch {
		return undefined;
	}
};
