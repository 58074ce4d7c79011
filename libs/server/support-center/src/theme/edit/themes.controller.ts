import { Controller } from '@nestjs/common';
import {
  themesApi,
  type Actor,
  type CenterText,
  type RouteCall,
  type ThemePreview,
  type ThemeTemplate,
  type ThemeTemplateSource,
  type ThemeVersion,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { CenterTexts } from '../../snippet/center-texts.ts';
import { PreviewTemplate } from './preview-template.ts';
import { ThemeEditor } from './theme-editor.ts';

@Controller()
export class ThemesController {
  constructor(
    private readonly editor: ThemeEditor,
    private readonly previews: PreviewTemplate,
    private readonly centerTexts: CenterTexts,
  ) {}

  @Handles(themesApi.list)
  async list(actor: Actor, { params }: RouteCall<typeof themesApi.list>): Promise<{ items: ThemeTemplate[] }> {
    return { items: await this.editor.list(actor, params.brandId) };
  }

  @Handles(themesApi.read)
  read(actor: Actor, { params }: RouteCall<typeof themesApi.read>): Promise<ThemeTemplateSource> {
    return this.editor.read(actor, params);
  }

  @Handles(themesApi.save)
  save(actor: Actor, { params, body }: RouteCall<typeof themesApi.save>): Promise<ThemeTemplateSource> {
    return this.editor.save(actor, params, body.source);
  }

  @Handles(themesApi.versions)
  async versions(actor: Actor, { params }: RouteCall<typeof themesApi.versions>): Promise<{ items: ThemeVersion[] }> {
    return { items: await this.editor.versions(actor, params) };
  }

  @Handles(themesApi.preview)
  preview(actor: Actor, { params, body }: RouteCall<typeof themesApi.preview>): Promise<ThemePreview> {
    return this.previews.run(actor, { ...params, wish: body });
  }

  @Handles(themesApi.texts)
  async texts(actor: Actor, { params }: RouteCall<typeof themesApi.texts>): Promise<{ items: CenterText[] }> {
    return { items: await this.centerTexts.list(actor, params) };
  }

  @Handles(themesApi.changeTexts)
  async changeTexts(
    actor: Actor,
    { params, body }: RouteCall<typeof themesApi.changeTexts>,
  ): Promise<{ items: CenterText[] }> {
    return { items: await this.centerTexts.change(actor, { ...params, texts: body.texts }) };
  }
}
