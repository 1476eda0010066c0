-- Slides of 1280 by 720: each section becomes as many slides as its blocks need.
-- The sizes are those of slide.css; heights are estimated from the length of the text.

if not FORMAT:match("revealjs") then return {} end

local WIDTH, HEIGHT = 1152, 546
local TEXT = { char = 11.3, line = 34, gap = 14 }
local TITLE = { char = 17.5, line = 40 }
local CAPTION = { char = 8.2, line = 22, gap = 10 }
local CELL = { char = 9.8, line = 24, gap = 13, padding = 26 }
local CARD = { columns = 4, width = 250, value = 50, label = 24, remark = 21, padding = 32 }
local CHART = 300 -- the least height of a chart; it takes what is left
local TALL = 0.55 -- a chart of this aspect stands beside its text
local BOX = 30
local LITTLE = 130 -- text that would look lost on a slide of its own
local CONTINUED = " (lanjutan)"

local function length(item) return utf8.len(pandoc.utils.stringify(item)) or 0 end

local function lines(item, char, width) return math.max(1, math.ceil(length(item) * char / width)) end

local function text_height(item, width)
  return lines(item, TEXT.char, width or WIDTH) * TEXT.line + TEXT.gap
end

local function caption_height(block)
  return lines(block.caption.long, CAPTION.char, WIDTH) * CAPTION.line + CAPTION.gap
end

local function card_height(card)
  local height = CARD.padding + CARD.value
  for _, part in ipairs(card.content) do
    local classes = part.classes or {}
    if pandoc.List(classes):includes("kartu-label") then
      height = height + lines(part, 10, CARD.width) * CARD.label
    elseif pandoc.List(classes):includes("kartu-ket") then
      height = height + lines(part, 8.4, CARD.width) * CARD.remark
    end
  end
  return height
end

local function cards_height(row)
  local height = 0
  for first = 1, #row.content, CARD.columns do
    local tallest = 0
    for index = first, math.min(first + CARD.columns - 1, #row.content) do
      tallest = math.max(tallest, card_height(row.content[index]))
    end
    height = height + tallest + 16
  end
  return height
end

local block_height

local function blocks_height(blocks, width)
  local height = 0
  for _, block in ipairs(blocks) do height = height + block_height(block, width) end
  return height
end

function block_height(block, width)
  if block.t == "Figure" then return CHART + caption_height(block) end
  if block.t == "Header" then return 46 end
  if block.t == "BulletList" or block.t == "OrderedList" then
    local height = TEXT.gap
    for _, item in ipairs(block.content) do
      height = height + lines(item, TEXT.char, (width or WIDTH) - 40) * TEXT.line + 6
    end
    return height
  end
  if block.t == "Div" then
    -- Quarto ends a document with divisions in which nothing is.
    if block.classes:includes("notes") or length(block) == 0 then return 0 end
    if block.classes:includes("kartu-baris") then return cards_height(block) end
    return BOX + blocks_height(block.content, WIDTH - 60)
  end
  return text_height(block, width)
end

local function row_height(row, colspecs)
  local most, column = 1, 1
  for _, cell in ipairs(row.cells) do
    local width = -CELL.padding
    for _ = 1, cell.col_span do
      width = width + (colspecs[column] and colspecs[column][2] or 0) * WIDTH
      column = column + 1
    end
    -- Words don't fill their lines.
    local count = math.ceil(length(cell.contents) * CELL.char / math.max(width, 40) - 0.02)
    if count > 1 then count = math.ceil(length(cell.contents) * CELL.char * 1.12 / width) end
    most = math.max(most, count)
  end
  return most * CELL.line + CELL.gap
end

local function part_of(tbl, rows, index)
  local part = tbl:clone()
  local body = tbl.bodies[1]:clone()
  body.body = rows
  part.bodies = { body }
  if index > 1 then
    local caption = pandoc.utils.blocks_to_inlines(tbl.caption.long)
    caption:insert(pandoc.Str(CONTINUED))
    part.caption = { long = { pandoc.Plain(caption) } }
  end
  return part
end

-- Parts of a table with their heights, the first to fit into `room`.
local function split_table(tbl, room)
  local base = caption_height(tbl) + 8
  for _, row in ipairs(tbl.head.rows) do base = base + row_height(row, tbl.colspecs) end
  local parts, rows, height = {}, pandoc.List({}), base
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local needed = row_height(row, tbl.colspecs)
      local limit = #parts == 0 and room or HEIGHT
      if height + needed > limit and #rows > 0 then
        table.insert(parts, { block = part_of(tbl, rows, #parts + 1), height = height })
        rows, height = pandoc.List({}), base
      end
      rows:insert(row)
      height = height + needed
    end
  end
  table.insert(parts, { block = part_of(tbl, rows, #parts + 1), height = height })
  return parts
end

-- Height by width of a picture that tells its size, as matplotlib's do.
local function aspect(figure)
  local width, height
  figure:walk({ Image = function(image)
    local path = image.src:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end)
    local file = io.open(path)
    if file == nil then return end
    width, height = file:read(2000):match('viewBox="0 0 ([%d.]+) ([%d.]+)"')
    file:close()
  end })
  return width and height / width or 0
end

local function table_height(tbl) return split_table(tbl, math.huge)[1].height end

local function split_list(list)
  local items = {}
  for index, item in ipairs(list.content) do
    local single = list:clone()
    single.content = { item }
    if list.t == "OrderedList" then single.start = list.start + index - 1 end
    table.insert(items, single)
  end
  return items
end

-- Long prose goes on at the end of a sentence.
local function split_text(para)
  local result, current = {}, pandoc.Inlines({})
  for _, inline in ipairs(para.content) do
    current:insert(inline)
    local ends = inline.t == "Str" and inline.text:match("[.!?]$")
    if ends and text_height(current) > HEIGHT / 4.5 then
      table.insert(result, pandoc.Para(current))
      current = pandoc.Inlines({})
    end
  end
  if #current > 0 then table.insert(result, pandoc.Para(current)) end
  return result
end

local function split_box(div)
  local result = {}
  for _, block in ipairs(div.content) do
    local pieces = { block }
    if block.t == "BulletList" or block.t == "OrderedList" then pieces = split_list(block) end
    if block.t == "Para" then pieces = split_text(block) end
    for _, piece in ipairs(pieces) do
      table.insert(result, pandoc.Div({ piece }, pandoc.Attr("", div.classes)))
    end
  end
  return result
end

local function split_cards(row)
  local result, per_slide = {}, CARD.columns * 2
  for first = 1, #row.content, per_slide do
    local cards = pandoc.Blocks({})
    for index = first, math.min(first + per_slide - 1, #row.content) do
      cards:insert(row.content[index])
    end
    table.insert(result, pandoc.Div(cards, row.attr))
  end
  return result
end

-- Blocks of which each fits on a slide.
local function pieces(block)
  if block.t == "Figure" or block.t == "Header" or block_height(block) <= HEIGHT then return { block } end
  if block.t == "BulletList" or block.t == "OrderedList" then return split_list(block) end
  if block.t == "Para" then return split_text(block) end
  if block.t == "Div" and block.classes:includes("kartu-baris") then return split_cards(block) end
  if block.t == "Div" then return split_box(block) end
  return { block }
end

local Deck = {}
Deck.__index = Deck

function Deck.new(header)
  local extra = (lines(header.content, TITLE.char, WIDTH) - 1) * TITLE.line
  local deck = setmetatable({ header = header, limit = HEIGHT - extra, result = pandoc.Blocks({ header }) }, Deck)
  deck.used, deck.empty, deck.chart, deck.current = 0, true, false, header
  return deck
end

function Deck:continue()
  local title = self.header.content:clone()
  title:insert(pandoc.Str(CONTINUED))
  self.current = pandoc.Header(2, title)
  self.result:insert(self.current)
  self.used, self.empty, self.chart = 0, true, false
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
  if not self.empty and self.used + height > self.limit then self:continue() end
  local last = part and self.result[#self.result] or nil
  if not (part and rejoined(last, block)) then self.result:insert(block) end
  self.used = self.used + height
  if height > 0 then self.empty = false end
end

function Deck:add_table(tbl)
  local whole, room = table_height(tbl), self.limit - self.used
  -- What fits a slide is not torn apart, unless that left a line or two alone on the one before.
  if not self.empty and whole > room and (self.chart or self.used > LITTLE) then
    self:continue()
    room = self.limit
  end
  for index, part in ipairs(split_table(tbl, room)) do
    if index > 1 then self:continue() end
    self:put(part.block, part.height)
  end
end

function Deck:add_chart(figure)
  local beside = aspect(figure) > TALL and self.used > 0 and self.used * 3.4 < self.limit
  self:put(figure, block_height(figure))
  self.chart = true
  if beside and not self.empty and self.result[#self.result - 1] ~= self.current then
    self.current.classes:insert("berdampingan")
    self.used = self.limit
  end
end

-- A heading goes on the slide only with what it heads.
function Deck:has_room(header, following)
  local height = block_height(header)
  if following and following.t == "Table" then
    height = height + table_height(following)
  elseif following then
    height = height + block_height(following)
  end
  return not self.chart and self.used + height <= self.limit
end

function Deck:add(block, following)
  if block.t == "Table" then return self:add_table(block) end
  if block.t == "Header" and not self.empty and not self:has_room(block, following) then
    self:continue()
  end
  if block.t == "Figure" then
    -- Two charts would share the height: one a slide.
    if self.chart then self:continue() end
    return self:add_chart(block)
  end
  local parts = pieces(block)
  for index, piece in ipairs(parts) do self:put(piece, block_height(piece), index > 1) end
end

local function split_sections(doc)
  local result, deck = pandoc.Blocks({}), nil
  for index, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 2 then
      if deck then result:extend(deck.result) end
      deck = Deck.new(block)
    elseif deck then
      deck:add(block, doc.blocks[index + 1])
    else
      result:insert(block)
    end
  end
  if deck then result:extend(deck.result) end
  doc.blocks = result
  return doc
end

return { { Pandoc = split_sections } }
