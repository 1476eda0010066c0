-- Figures and tables for all formats and both engines: numbers, captions, alt texts, real tables.
-- It runs before Quarto's own filters and gives ids that Quarto does not number again.

local slides = FORMAT:match("revealjs") ~= nil
local html = FORMAT:match("html") ~= nil

local counts = { Gambar = 0, Tabel = 0 }

local function numbered(kind, caption)
  counts[kind] = counts[kind] + 1
  local label = pandoc.Strong({ pandoc.Str(kind .. "\u{a0}" .. counts[kind] .. ".") })
  local inlines = pandoc.Inlines({ label, pandoc.Space() })
  inlines:extend(caption)
  return inlines
end

local function image_of(figure)
  local found
  figure:walk({ Image = function(image) found = found or image end })
  return found
end

local function convert_figure(figure)
  local image = image_of(figure)
  local alt = image and image.attributes["fig-alt"]
  if alt == nil then
    error("gambar " .. figure.identifier .. " tidak mempunyai fig-alt")
  end
  image.attributes["fig-alt"] = nil
  image.attributes["alt"] = alt
  local caption = numbered("Gambar", pandoc.utils.blocks_to_inlines(figure.caption.long))
  local id = figure.identifier:gsub("^fig%-", "gambar-")
  return pandoc.Figure({ pandoc.Plain({ image }) }, { long = { pandoc.Plain(caption) } }, { id = id })
end

local ALIGNMENTS = {
  gt_left = pandoc.AlignLeft, gt_center = pandoc.AlignCenter, gt_right = pandoc.AlignRight,
}

local function alignment(cell)
  for _, class in ipairs(cell.classes) do
    if ALIGNMENTS[class] then return ALIGNMENTS[class] end
  end
  return pandoc.AlignDefault
end

-- great_tables tells the alignment and the kind of a row by its own classes.
local function tidy_rows(rows, scope_of)
  for _, row in ipairs(rows) do
    local kinds = {}
    for position, cell in ipairs(row.cells) do
      cell.alignment = alignment(cell)
      for _, class in ipairs(cell.classes) do
        if class:match("summary") then kinds["jumlah"] = true end
        if class:match("group_heading") then kinds["kelompok"] = true end
      end
      cell.attr = pandoc.Attr("", {}, { scope = scope_of(cell, position) })
    end
    local classes = {}
    for kind in pairs(kinds) do table.insert(classes, kind) end
    row.attr = pandoc.Attr("", classes)
  end
end

local function align_columns(tbl)
  local position = {}
  local rows = tbl.bodies[1] and tbl.bodies[1].body or {}
  for _, row in ipairs(rows) do
    if #row.cells == #tbl.colspecs then
      for column, cell in ipairs(row.cells) do position[column] = position[column] or cell.alignment end
    end
  end
  for column, spec in ipairs(tbl.colspecs) do
    spec[1] = position[column] or pandoc.AlignDefault
    tbl.colspecs[column] = spec
  end
end

local function convert_table(div)
  local tbl
  for _, block in ipairs(pandoc.read(div.content[1].text, "html").blocks) do
    if block.t == "Table" then tbl = block end
  end
  tidy_rows(tbl.head.rows, function(cell) return cell.col_span > 1 and "colgroup" or "col" end)
  for _, body in ipairs(tbl.bodies) do
    local heads = body.row_head_columns
    tidy_rows(body.body, function(_, position) return position <= heads and "row" or nil end)
  end
  align_columns(tbl)
  local caption = numbered("Tabel", div.content[2].content)
  tbl.caption = { long = { pandoc.Plain(caption) } }
  tbl.attr = pandoc.Attr((div.identifier:gsub("^tbl%-", "tabel-")))
  if not html or slides then return tbl end
  -- A box of its own that scrolls, also by keyboard.
  local label = pandoc.utils.stringify(caption)
  return pandoc.Div({ tbl }, pandoc.Attr("", { "gulir" }, { tabindex = "0", role = "region", ["aria-label"] = label }))
end

local function is_table(div) return div.identifier:match("^tbl%-") ~= nil end

local function drop(div)
  if div.classes:includes("notes") and not slides then return {} end
  if div.classes:includes("unduh") and (slides or not html) then return {} end
end

local function convert_div(div)
  if is_table(div) then return convert_table(div), false end
end

-- The executed document carries the number of each cell, for messages.
local function drop_marker(raw)
  if raw.text:match("^<!%-%- sel %d+ %-%->") then return {} end
end

return {
  { Div = drop, RawBlock = drop_marker },
  { traverse = "topdown", Div = convert_div, Figure = convert_figure },
}
