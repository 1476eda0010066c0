-- Each section becomes as many slides as its blocks need; charts stand beside their text.
-- slide-ukuran.lua, which measures, and slide-potong.lua, which cuts, stand before it.

local Deck = {}
Deck.__index = Deck

function Deck.new(header, footer)
  local extra = (lines(header.content, TITLE.char, WIDTH) - 1) * TITLE.line
  local deck = { header = header, footer = footer, limit = HEIGHT - extra, result = pandoc.Blocks({}) }
  setmetatable(deck, Deck)
  deck:open(header)
  return deck
end

function Deck:open(header)
  self.current, self.slide, self.notes = header, pandoc.Blocks({}), pandoc.Blocks({})
  self.used, self.empty, self.chart, self.beside = 0, true, false, nil
end

function Deck:close()
  self.result:insert(self.current)
  self.result:extend(self.slide)
  if self.footer then self.result:insert(pandoc.Div({ self.footer }, pandoc.Attr("", { "kaki" }))) end
  if #self.notes > 0 then self.result:insert(pandoc.Div(self.notes, pandoc.Attr("", { "notes" }))) end
end

function Deck:continue()
  self:close()
  local title = self.header.content:clone()
  title:insert(pandoc.Str(CONTINUED))
  self:open(pandoc.Header(2, title))
end

-- Items of one list, or parts of one box, that were taken apart and meet again on a slide.
local function rejoined(last, block)
  if last == nil or last.t ~= block.t then return false end
  if block.t == "BulletList" or block.t == "OrderedList" or block.t == "Div" then
    local content = pandoc.List(last.content)
    content:extend(pandoc.List(block.content))
    last.content = content
    return true
  end
  return false
end

function Deck:put(block, height, part)
  if not self.empty and self.used + height - TEXT.gap > self.limit then self:continue() end
  local last = part and self.slide[#self.slide] or nil
  if not (part and rejoined(last, block)) then self.slide:insert(block) end
  self.used = self.used + height
  if height > 0 then self.empty = false end
end

function Deck:add_table(tbl)
  local cut = pandoc.Blocks({})
  tbl = cut_cells(tbl, cut)
  local whole, room = table_height(tbl), self.limit - self.used
  -- What fits a slide is not torn apart, unless that left a line or two alone on the one before.
  local torn = whole > room and whole <= self.limit and self.used > LITTLE
  if not self.empty and (torn or whole > room and (self.chart or room < SOME_ROWS)) then
    self:continue()
    room = self.limit
  end
  self.notes:extend(cut)
  for index, part in ipairs(split_table(tbl, room)) do
    if index > 1 then self:continue() end
    self:put(part.block, part.height)
  end
end

local TEXTS = { Para = true, BulletList = true, OrderedList = true, Header = true }

-- The text at the slide's end, which a chart may stand beside, and the height of what is above it.
function Deck:text_at_end()
  local first, above = #self.slide + 1, 0
  while first > 1 and TEXTS[self.slide[first - 1].t] do first = first - 1 end
  for index = 1, first - 1 do
    if self.slide[index].t == "Table" then return nil end
    above = above + block_height(self.slide[index])
  end
  local text = pandoc.Blocks({})
  for index = first, #self.slide do text:insert(self.slide[index]) end
  return text, above
end

function Deck:put_beside(text, above, figure)
  for _ = 1, #text do self.slide:remove() end
  local column = pandoc.Div({}, pandoc.Attr("", { "teks" }))
  for _, block in ipairs(text) do
    if block.t == "Header" then
      -- In a division pandoc would make a slide of it.
      local parts = { pandoc.RawBlock("html", "<h3>"), pandoc.Plain(block.content), pandoc.RawBlock("html", "</h3>") }
      column.content:extend(parts)
    else
      column.content:insert(block)
    end
  end
  self.slide:insert(pandoc.Div({ column, figure }, pandoc.Attr("", { "berdampingan" })))
  self.used, self.chart = self.limit, true
end

-- Put a chart beside the text before it, shortened where that is needed.
function Deck:try_beside(figure)
  local text, above = self:text_at_end()
  if text == nil or #text == 0 or self.limit - above < CHART.least then return false end
  local room = self.limit - above
  if blocks_height(text, SIDE.text) > room then
    local whole = text
    text = text:map(shorten)
    if blocks_height(text, SIDE.text) > room then return false end
    self.notes:extend(whole)
    for _ = 1, #whole do self.slide:remove() end
    self.slide:extend(text)
  end
  self:put_beside(text, above, figure)
  return true
end

function Deck:add_chart(figure)
  local caption, ratio = caption_height(figure), aspect(image_of(figure).src)
  local narrow = (self.limit - self.used - caption) / ratio < CHART.wide
  if not self.empty and narrow then
    if self:try_beside(figure) then return end
    if self.limit - self.used - caption < CHART.least then self:continue() end
  end
  self:put(figure, math.min(ratio * WIDTH, self.limit - self.used - caption) + caption)
  self.chart = true
end

function Deck:add_pair(pair)
  if not self.empty and self.limit - self.used < PAIR.least then self:continue() end
  local height = math.min(pair_height(pair), self.limit - self.used)
  local both = pair.content:map(function(figure)
    return figure:walk({ Image = function(image)
      image.src = image.attributes["sempit"]
      return image
    end })
  end)
  self:put(pandoc.Div(both, pandoc.Attr("", { "berdampingan", "sepasang" })), height)
  self.chart = true
end

-- A last word does not get a slide of its own where the text before it can be shortened.
function Deck:make_room(para)
  local missing = self.used + block_height(para) - TEXT.gap - self.limit
  if missing <= 0 or block_height(para) > LITTLE then return end
  local short, saved = pandoc.Blocks({}), 0
  for _, block in ipairs(self.slide) do
    local less = block.t == "Para" and shorten(block) or block
    short:insert(less)
    if less ~= block then saved = saved + block_height(block) - block_height(less) end
  end
  if saved < missing then return end
  for index, block in ipairs(self.slide) do
    if block.t == "Para" and short[index] ~= block then self.notes:insert(block) end
  end
  self.slide, self.used = short, self.used - saved
end

local function leads_in(para)
  return para.t == "Para" and pandoc.utils.stringify(para):match(":$") ~= nil
end

-- A heading, or a line that ends with a colon, goes on the slide only with what follows it.
function Deck:has_room(header, following)
  local height = block_height(header)
  if following and following.t == "Table" then
    height = height + math.min(table_height(following), SOME_ROWS)
  elseif following and following.t:match("List$") then
    local whole = block_height(following)
    height = height + (whole <= HEIGHT and whole or block_height(split_list(following)[1]))
  elseif following then
    height = height + block_height(following)
  end
  return not self.chart and self.used + height <= self.limit
end

function Deck:add(block, following)
  if block.t == "Table" then return self:add_table(block) end
  if (block.t == "Header" or leads_in(block)) and not self.empty and not self:has_room(block, following) then
    self:continue()
  end
  if block.t == "Figure" then
    -- Two charts would share the height: one a slide.
    if self.chart then self:continue() end
    return self:add_chart(block)
  end
  if is_pair(block) then
    if self.chart then self:continue() end
    return self:add_pair(block)
  end
  if block.t == "Div" and block.classes:includes("notes") then return self.notes:extend(block.content) end
  if block.t == "Div" and block.classes:includes("catatan") and length(block) < DEFINITION then
    return self.notes:extend(block.content)
  end
  local last = following == nil or following.t == "Header" and following.level == 2
  if block.t == "Para" and last then self:make_room(block) end
  local parts = pieces(block)
  for index, piece in ipairs(parts) do self:put(piece, block_height(piece), index > 1) end
end

local function split_sections(doc)
  local result, deck = pandoc.Blocks({}), nil
  doc = pair_charts(doc, has_small_picture)
  local note = doc.meta["catatan-kaki"]
  local footer = note and pandoc.Plain(pandoc.Inlines(note))
  local function finish()
    if deck == nil then return end
    deck:close()
    result:extend(deck.result)
  end
  for index, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 2 then
      finish()
      deck = Deck.new(block, footer)
    elseif deck then
      deck:add(block, doc.blocks[index + 1])
    else
      result:insert(block)
    end
  end
  finish()
  doc.blocks = result
  return doc
end

-- The place of the small picture is nothing for the finished file.
local function forget_small(image)
  image.attributes["sempit"] = nil
  return image
end

return { { Pandoc = split_sections }, { Image = forget_small } }
