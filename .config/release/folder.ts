import path from 'node:path';
import process from 'node:process';
import {root} from '../bundle/bundle.ts';

/** Where what is released is put together; git ignores it. */
export const releaseFolder = path.join(root, 'release');

/** The name of the single executable for this machine, such as "dm-top-1.0.0-linux-x64". */
export const executableName = (version: string): string =>
	`dm-top-${version}-${process.platform}-${process.arch}${process.platform === 'win32' ? '.exe' : ''}`;
