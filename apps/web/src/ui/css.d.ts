import 'react';

declare module 'react' {
  // Custom properties in style attributes: sizes that only the caller knows.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
