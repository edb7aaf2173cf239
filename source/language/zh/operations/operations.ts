/** Operations. */
import {following} from './following.js';
import {kinds} from './kinds.js';
import {offering} from './offering.js';
import {planning} from './planning.js';
import {refusing} from './refusing.js';
import {starting} from './starting.js';

export const operations = {
	...kinds,
	...following,
	...offering,
	...planning,
	...refusing,
	...starting,
} as const;
