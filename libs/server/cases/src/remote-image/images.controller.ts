import { Controller, StreamableFile } from '@nestjs/common';
import { imagesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange } from '@bureau/platform';
import { downloadHeaders } from '../attachment/download-headers.ts';
import { RemoteImages } from './remote-images.ts';

@Controller()
export class ImagesController {
  constructor(private readonly remoteImages: RemoteImages) {}

  @Handles(imagesApi.remote)
  async remote(
    _actor: Actor,
    { query }: RouteCall<typeof imagesApi.remote>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const { contentType, body } = await this.remoteImages.find(query.url);
    void reply.headers(downloadHeaders({ fileName: 'image', contentType }));
    return new StreamableFile(body, { length: body.length });
  }
}
