/**
 * `dm-top/terminal`: the terminal side of a full-screen Ink program. See source/terminal/README.md.
 */
export {startTerminal} from './terminal/start-terminal.js';
export type * from './terminal/terminal.js';
export {createFrameWriter, asInkStdout} from './terminal/frame/frame-writer.js';
export {capabilities} from './terminal/capabilities.js';
export {sanitize} from './terminal/sanitize.js';
export * from './terminal/width.js';
