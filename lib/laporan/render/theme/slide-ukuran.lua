-- How much of a slide of 1280 by 720 a block takes; stands before slide-potong.lua.
-- The sizes are those of slide.css; heights are estimated from the length of the text.

if not FORMAT:match("revealjs") then return {} end

local WIDTH, HEIGHT = 1152, 546
local TEXT = { char = 11.3, line = 34, gap = 14 }
local TITLE = { char = 17.5, line = 40 }
local CAPTION = { char = 8.6, line = 23, gap = 10 }
local CELL = { char = 9.8, line = 24, gap = 13, padding = 26, most = 6 }
local CARD = { columns = 4, width = 250, value = 50, label = 24, remark = 21, padding = 32, picture = 40 }
-- Text beside a chart, and the chart: narrower, its own text would fall below 14 px.
local SIDE = { text = 360, chart = 760 }
local CHART = { least = 300, wide = 860 } -- a chart that would be less wide has its text beside it
local PAIR = { width = 560, least = 320 } -- two charts side by side: each, and the height it needs
local DEFINITION = 600 -- a note so short is for the speaker
local BOX = 30
local SOME_ROWS = 220 -- a table that is torn apart begins with so much of it
local LITTLE = 130 -- text that would look lost on a slide of its own
local CONTINUED = " (lanjutan)"

local function length(item) return utf8.len(pandoc.utils.stringify(item)) or 0 end

local function lines(item, char, width) return math.max(1, math.ceil(length(item) * char / width)) end

local function text_height(item, width)
  return lines(item, TEXT.char, width or WIDTH) * TEXT.line + TEXT.gap
end

local function caption_height(block, width)
  return lines(block.caption.long, CAPTION.char, width or WIDTH) * CAPTION.line + CAPTION.gap
end

local function card_height(card)
  local height = CARD.padding + CARD.value
  card:walk({ Image = function() height = height + CARD.picture end })
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

-- The height that a chart takes by itself, with its caption.
local function chart_height(figure, width)
  return aspect(image_of(figure).src) * (width or WIDTH) + caption_height(figure, width)
end

-- The height of two charts side by side.
local function pair_height(pair)
  local height = 0
  for _, figure in ipairs(pair.content) do
    local small = image_of(figure).attributes["sempit"]
    height = math.max(height, aspect(small) * PAIR.width + caption_height(figure, PAIR.width))
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
  if block.t == "Figure" then return math.max(CHART.least, math.min(chart_height(block), HEIGHT)) end
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

-- The lines of a cell from that column on.
local function cell_lines(cell, column, colspecs)
  local width = -CELL.padding
  for position = column, column + cell.col_span - 1 do
    width = width + (colspecs[position] and colspecs[position][2] or 0) * WIDTH
  end
  -- Words don't fill their lines.
  local count = math.ceil(length(cell.contents) * CELL.char / math.max(width, 40) - 0.02)
  return count > 1 and math.ceil(length(cell.contents) * CELL.char * 1.12 / width) or 1
end

local function row_height(row, colspecs)
  local most, column = 1, 1
  for _, cell in ipairs(row.cells) do
    most = math.max(most, cell_lines(cell, column, colspecs))
    column = column + cell.col_span
  end
  return most * CELL.line + CELL.gap
end
