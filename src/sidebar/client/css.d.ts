/** Style sheets are imported for esbuild, which puts them into the page; they export nothing. */
declare module '*.css' {}
