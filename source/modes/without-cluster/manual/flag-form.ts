import type {DocumentedFlag} from './options.js';

/** "--ssl-ca FILE", "-s, --source SOURCE" */
export const flagForm = ({name, short, value}: DocumentedFlag): string =>
	`${short === undefined ? '' : `-${short}, `}--${name}${value === '' ? '' : ` ${value}`}`;
