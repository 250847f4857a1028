import type { Product } from './product.js'

/** The picture of a product, drawn from two colours and one path. Nothing in it comes from a stranger. */
export function pictureSvg({ picture, name }: Product): string {
  const { from, to, path } = picture
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" width="480" height="320" role="img">
<title>${name}</title>
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="480" height="320" fill="url(#g)"/>
<g fill="#fff" fill-opacity=".08"><circle cx="415" cy="40" r="130"/><circle cx="60" cy="300" r="110"/></g>
<g transform="translate(150 70) scale(7.5)" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></g>
</svg>`
}

export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#fff"/><path d="M16 3 29 9.500 16 16 3 9.500z" fill="#ffc53d"/><path d="m6.500 14.200 9.500 4.700 9.500-4.700L29 16l-13 6.500L3 16z" fill="#17a673"/><path d="m6.500 20.700 9.500 4.700 9.500-4.700L29 22.500 16 29 3 22.500z" fill="#0c5c46"/></svg>`

/** Path of the picture on the shop. */
export function picturePath({ id }: Product): string {
  return `/products/${id}/picture.svg`
}
