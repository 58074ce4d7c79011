/** Formatted words for a sheet without links: behind the words of each stands its address, unless they say it already. */
export function linksInWords(html: string): string {
  if (!/<a\b/i.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const link of body.querySelectorAll('a[href]')) {
    const address = (link.getAttribute('href') ?? '').replace(/^(?:mailto|tel):/i, '');
    const said = link.textContent.trim();
    link.replaceWith(...link.childNodes, bare(said) === bare(address) || address === '' ? '' : ` ${address}`);
  }
  return body.innerHTML;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
