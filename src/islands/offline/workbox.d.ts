// The package's default entry is built for browsers without classes; this one is half its size.
declare module 'workbox-window/build/workbox-window.prod.mjs' {
  export { Workbox } from 'workbox-window';
}
