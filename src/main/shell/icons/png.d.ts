// The build puts small pictures into the script as data URLs.
declare module '*.png?inline' {
  const dataUrl: string;
  export default dataUrl;
}
