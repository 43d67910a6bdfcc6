export type Scheme = 'light' | 'dark';
/** A colour in linear sRGB, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How far beyond sRGB a colour may lie, in linear light: a screen that cuts this off shows no other colour to the eye. */
const slack = 0.01;

/** The colours of src/styles/tokens.css, by name without dashes; throws where a colour lies beyond sRGB. */
export function colourTokens(css: string, scheme: Scheme): ReadonlyMap<string, Rgb> {
  const [light = '', dark = ''] = css.replace(/\/\*[\s\S]*?\*\//g, '').split('@media (prefers-color-scheme: dark)');
  const written = new Map([...readTokens(light), ...(scheme === 'dark' ? readTokens(dark) : [])]);
  const resolve = (value: string): string => {
    const name = value.match(/^var\(--([\w-]+)\)$/)?.[1];
    return name ? resolve(written.get(name) ?? `nothing: --${name}`) : value;
  };
  return new Map([...written].flatMap(([name, value]) => {
    const colour = resolve(value).match(/^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/);
    return colour ? [[name, linearOf(name, Number(colour[1]), Number(colour[2]), Number(colour[3]))]] : [];
  }));
}

/** WCAG contrast, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** As `#rrggbb`. */
export function hexOf(colour: Rgb): string {
  const channel = (linear: number) => Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
  return `#${colour.map((linear) => channel(linear).toString(16).padStart(2, '0')).join('')}`;
}

/** Out of `#rrggbb`, or undefined where it is not written so. */
export function fromHex(text: string): Rgb | undefined {
  const [, ...channels] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  const linear = channels.map((channel) => parseInt(channel, 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return linear.length === 3 ? (linear as unknown as Rgb) : undefined;
}

function readTokens(css: string): [string, string][] {
  return [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** OKLCH to linear sRGB (matrices of Björn Ottosson's definition of Oklab). */
function linearOf(name: string, lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ] as const;
  if (rgb.some((value) => value < -slack || value > 1 + slack)) throw new Error(`--${name} lies beyond sRGB: its wide-gamut twin would be dropped`);
  return rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
}
