/** The words of codes: plain things that are easy to keep in mind. Four of these 256 make a code. */
export const CODE_WORDS: readonly string[] = `
  acorn actor album amber anchor ankle apple apron arrow atlas attic autumn bacon badge bagel baker bamboo
  banana banjo barley barn basin basket beach beacon beaver berry bicycle biscuit bison blanket blossom bonnet
  bottle boulder branch brick bridge broom bubble bucket buckle button cabin cactus camel candle canoe canvas
  carpet carrot castle cedar cellar chair cherry chimney circle cliff cloak clock cloud clover cobweb coconut
  comet compass copper coral corner cotton cousin cradle crayon cricket crystal curtain cushion daisy dancer
  desert diamond dinner dolphin donkey dragon drawer drum eagle easel echo elbow ember engine falcon farmer
  feather fence ferry fiddle finger flannel flask flute fossil fountain fox garden garlic ginger giraffe
  glacier glove goose gravel guitar hammer harbour hazel hedge helmet heron hockey honey hopper island ivory
  jacket jelly jigsaw jungle kettle kitten ladder lagoon lantern laurel lemon lentil lettuce lily linen lizard
  llama lobster locket magnet mango maple marble market meadow melon mirror mitten monkey mosaic muffin
  mustard napkin needle nettle nutmeg oasis ocean olive onion orange orchard otter oyster paddle palace panda
  paper parrot pasta peach pebble pencil pepper piano picnic pillow pilot planet pocket pony poppy potato
  prairie pudding puffin puzzle quilt rabbit radish rainbow raisin raven ribbon river robin rocket saddle
  salmon satchel saucer scarf shadow shell silver sketch sleeve slipper snow sparrow spider spinach sponge
  spoon squirrel stable station statue summer sunset swallow teapot temple tennis thimble thistle ticket tiger
  toffee tomato tractor trumpet tulip tunnel turtle umbrella valley velvet village violet waffle walnut walrus
  weasel willow window winter yogurt zebra
`.trim().split(/\s+/);

/** Offices of which somebody unknown may say that it is about whoever holds them: nobody is named to those who are signed out. */
export const MAY_BE_ABOUT = ['dsl', 'head'] as const;

export const WORDS_IN_A_CODE = 4;
