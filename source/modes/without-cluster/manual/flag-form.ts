import type {Flag} from './options.js';

/** "--ssl-ca FILE", "-s, --source SOURCE" */
export const flagForm = ({name, short, value}: Flag): string =>
	`${short === undefined ? '' : `-${short}, `}--${name}${value === '' ? '' : ` ${value}`}`;
