import 'reflect-metadata'
import { Controller, ForbiddenException, Get, Header, Inject, Module, Post, Req, Res } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { punchloopExpress, sendResponse, toRequest } from '@punchloop/sdk/express'
import type { Request, Response } from 'express'
import { openShop, type Shop } from '../shop/shop.ts'

const theShop = Symbol('the shop')

@Controller()
class ShopController {
  readonly #shop: Shop

  constructor(@Inject(theShop) shop: Shop) {
    this.#shop = shop
  }

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async home(@Req() req: Request): Promise<string> {
    return this.#shop.page(await this.#shop.supplier.session(toRequest(req)))
  }

  @Post('request-approval')
  async requestApproval(@Req() req: Request, @Res() res: Response): Promise<void> {
    const { supplier, cart, isOwnClick } = this.#shop
    const request = toRequest(req)
    const session = await supplier.session(request)
    if (!session || !isOwnClick(request)) throw new ForbiddenException()
    const { response } = await supplier.returnCart(session, cart)
    await sendResponse(res, response)
  }
}

@Module({ controllers: [ShopController], providers: [{ provide: theShop, useFactory: openShop }] })
class ShopModule {}

const app = await NestFactory.create(ShopModule, { logger: ['error', 'warn'] })
const { supplier, port } = app.get<Shop>(theShop)
app.use(punchloopExpress(supplier)) // here, before listen() mounts the body parsers of NestJS
await app.listen(port)
console.log(`http://localhost:${port}`)
supplier.start()
