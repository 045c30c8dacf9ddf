/** The two names that esbuild turns JSX into: shorter in the page than calls with `children`. */
export { Fragment, h } from 'preact';
