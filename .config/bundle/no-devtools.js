/** Stands in for react-devtools-core: Ink asks for it only under DEV=true, but a bundle would need it at start. */
const devtools = undefined;

export default devtools;
