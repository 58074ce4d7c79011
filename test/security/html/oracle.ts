/**
 * Runs in the console's page: what is alive in the frames of mails that must not be. It looks at what the browser made of
 * each mail, and again at what it makes of that, written and read once more. Empty: nothing.
 */
export function livingIn(frames: (Document | null)[]): string[] {
  const found: string[] = [];
  const forbidden =
    'script,form,input,button,textarea,select,object,embed,applet,iframe,frame,link,svg,math,video,audio,base,meta,style,source,area,template';

  const lookAt = (body: HTMLElement, which: string) => {
    for (const element of body.querySelectorAll('*')) {
      if (element.matches(forbidden)) found.push(`${which}: <${element.tagName.toLowerCase()}>`);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || ['srcset', 'background', 'ping', 'poster', 'formaction', 'srcdoc'].includes(name)) {
          found.push(`${which}: ${name}=${value}`);
        }
        const link = ['href', 'src', 'action', 'cite'].includes(name);
        const allowed =
          /^(https?:|mailto:|tel:|\/api\/v3\/(attachments\/\d+$|images\?url=)|data:image\/(png|gif|jpe?g|webp);)/;
        if (link && !allowed.test(value)) found.push(`${which}: ${name}=${value}`);
        if (name === 'src' && /^(https?:)?\/\//.test(value)) found.push(`${which}: src=${value}`);
        if (name === 'style' && /url\(|expression|@import|position|\\/i.test(value))
          found.push(`${which}: style=${value}`);
      }
    }
  };

  frames.forEach((frame, index) => {
    if (!frame?.body) {
      found.push(`frame ${index} has no document`);
      return;
    }
    lookAt(frame.body, `frame ${index}`);
    for (const element of frame.body.querySelectorAll('*')) {
      const position = frame.defaultView?.getComputedStyle(element).position;
      if (position !== 'static') found.push(`frame ${index}: position ${position}`);
    }
    const again = new DOMParser().parseFromString(frame.body.innerHTML, 'text/html');
    lookAt(again.body, `frame ${index}, read again`);
  });
  return found;
}
