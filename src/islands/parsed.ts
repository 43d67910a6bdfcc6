/** When the whole page is there to be looked into: a script that does not wait for it may run before its foot has come. */
export const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('readystatechange', () => resolve(), { once: true });
});
